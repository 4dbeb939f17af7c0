/** Customers of the sample shop; numbers of a range that is not given out (begins with 5). */
export const sampleCustomers = [
  ...['Anita Deshpande', 'Ramesh Gupta', 'सुनीता यादव', 'Farhan Shaikh', 'Lakshmi Iyer', 'Gurpreet Singh', 'मोहन लाल'],
  ...['Priya Nair', 'Suresh Patil', 'Kavita Joshi', 'अनिल वर्मा', 'Fatima Ansari', 'Rajesh Kulkarni', 'Deepa Menon'],
  ...['हरीश चौहान', 'Neha Agarwal', 'Thomas Mathew', 'Vikram Rathore', 'रेखा मिश्रा', 'Imran Khan', 'Shalini Rao'],
  ...['Prakash Jadhav', 'Meena Kumari', 'देवेंद्र सिंह', 'Rita D’Souza', 'Arjun Reddy', 'Pooja Bhatt', 'Sanjay Pawar'],
  ...['गीता देवी', 'Nilesh Shah', 'Usha Pillai', 'Karan Malhotra', 'Manju Sharma', 'राजू ठाकुर', 'Zoya Merchant'],
  ...[
    'Ganesh Shinde',
    'Ashok Tiwari',
    'Swati Ghosh',
    'Bhola Caterers',
    'Annapurna Mess',
    'Sai Tea Stall',
    'Hotel Prakash',
  ],
] as const;

/** Those who buy for a business: on account, and more of it. */
export const businesses: ReadonlySet<string> = new Set([
  'Bhola Caterers',
  'Annapurna Mess',
  'Sai Tea Stall',
  'Hotel Prakash',
]);

/** Who works there beside the owner. Their PINs are said on the screen that offers the sample shop. */
export const sampleStaff = [
  { name: 'Rahul', role: 'cashier', pin: '1470' },
  { name: 'सरिता', role: 'manager', pin: '2580' },
] as const;
